package io.retrogate.bench;

/** A return announcement and a despatch advice with as many lines as their size needs. */
final class EdifactDocuments {

    private static final String HEADER =
            "UNA:+.? '\nUNB+UNOC:3+4012345000009:14+4098765000003:14+261102:0915+NW0000001'\n";

    private EdifactDocuments() {}

    static String retann(int bytes) {
        var body =
                new StringBuilder("UNH+1+RETANN:D:01B:UN:EAN003'\n")
                        .append("BGM+70E::9+NW-RA-7001+9'\nDTM+137:20261102:102'\n")
                        .append("CUX+2:EUR:9'\nRFF+ALQ:RET-2026-118'\n")
                        .append("NAD+BY+4012345000009::9'\nNAD+SU+4098765000003::9'\n");
        int line = 0;
        while (body.length() < bytes - 160) {
            line++;
            body.append("LIN+").append(line).append("++4012345001013:SRV'\n");
            body.append("IMD+F++:::Blender 600 W'\n");
            body.append("QTY+61:5:PCE'\nCDI+3E+17::9'\n");
            body.append("RFF+SE:NW-").append(60_000 + line).append("'\n");
        }
        return closed(body.append("UNS+S'\nCNT+2:").append(line).append("'\n"));
    }

    static String desadv(int bytes) {
        var body =
                new StringBuilder("UNH+1+DESADV:D:01B:UN:EAN007'\n")
                        .append("BGM+351+NW-DA-9001+9'\nDTM+137:202611031410:203'\n")
                        .append("DTM+11:20261103:102'\nRFF+ALQ:RET-2026-118'\n")
                        .append("NAD+SF+4012345000009::9'\nNAD+ST+4098765000003::9'\n")
                        .append("TDT+20++30+31+:::Nordfracht'\nCPS+1'\nPAC+1++201::9'\n")
                        .append("PCI+33E'\nGIN+BJ+00034532100000000174'\n");
        int line = 0;
        while (body.length() < bytes - 160) {
            line++;
            body.append("LIN+").append(line).append("++4012345001013:SRV'\n");
            body.append("PIA+1+BL-600:SA'\nQTY+12:5:PCE'\n");
            body.append("RFF+ALQ:RET-2026-").append(118 + line).append("'\n");
        }
        return closed(body.append("CNT+2:").append(line).append("'\n"));
    }

    private static String closed(StringBuilder body) {
        long segments = body.chars().filter(c -> c == '\'').count() + 1;
        body.append("UNT+").append(segments).append("+1'\n");
        return HEADER + body + "UNZ+1+NW0000001'\n";
    }
}
