package io.retrogate.bench;

/** A return shipment with as many items as its size needs. */
final class ShipNotice {

    private ShipNotice() {}

    static String ofAbout(int bytes) {
        var body = new StringBuilder();
        int segments = 0;
        for (var segment :
                new String[] {
                    "ST*856*0001",
                    "BSN*00*ASN-900145*20261103*1410*0001",
                    "DTM*011*20261103",
                    "HL*1**S",
                    "TD1*CTN25*2****G*18.4*LB",
                    "TD5*B*2*UPSN*M*Ground",
                    "REF*BM*BOL556012",
                    "N1*SF*Acme Retail store 14*92*ACME-14",
                    "N1*ST*Retrogate returns hub*92*HUB",
                    "HL*2*1*O",
                    "PRF*PO-77120",
                    "REF*RZ*RMA-55012",
                    "HL*3*2*P",
                    "MAN*GM*00034532100000000174"
                }) {
            body.append(segment).append("~\n");
            segments++;
        }
        int item = 0;
        while (body.length() < bytes - 260) {
            item++;
            body.append("HL*").append(item + 3).append("*3*I~\n");
            body.append("LIN*").append(item).append("*UP*012345678905*VN*DRILL-18V~\n");
            body.append("SN1*").append(item).append("*3*EA~\n");
            body.append("REF*SE*SN-").append(47_000 + item).append("~\n");
            segments += 4;
        }
        body.append("CTT*").append(item + 3).append("~\n");
        body.append("SE*").append(segments + 2).append("*0001~\n");
        return "ISA*00*          *00*          *ZZ*ACMERETAIL     *ZZ*RETROGATE      "
                + "*261102*0915*U*00401*000001002*0*P*>~\n"
                + "GS*SH*ACMERETAIL*RETROGATE*20261102*0915*502*X*004010~\n"
                + body
                + "GE*1*502~\nIEA*1*000001002~\n";
    }
}
