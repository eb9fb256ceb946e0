package io.retrogate.bench;

/** A request for return (X12 180 004010) with as many items as its size needs. */
final class ReturnRequest {

    /** About what one item takes. */
    private static final int ITEM = 120;

    private ReturnRequest() {}

    /**
     * @param number which tells interchanges and requests apart
     */
    static String ofAbout(int bytes, int number) {
        var body = new StringBuilder(bytes);
        body.append("ST*180*0001~\n");
        body.append("BGN*00*RR-").append(number).append("*20261102*0915*ET~\n");
        body.append("RDR*KA*DM~\nDTM*007*20261102~\n");
        body.append("N9*DB*RR-").append(number).append("~\nN9*IV*INV-88121~\n");
        body.append("N1*BY*Acme Retail*92*ACME~\nN3*12 Market Street~\n");
        body.append("N4*Columbus*OH*43215*US~\n");
        int segments = 9;
        for (int item = 1; item == 1 || body.length() < bytes - 3 * ITEM; item++) {
            body.append("BLI*UP*012345678905*3*EA*UCP*24.95~\n");
            body.append("N9*SE*SN-").append(47_000 + item).append("~\n");
            body.append("PID*F****Cordless drill~\n");
            body.append("RDR*RA*DM**Does not charge~\nQTY*28*3*EA~\n");
            segments += 5;
        }
        return String.format(
                        "ISA*00*          *00*          *ZZ*ACMERETAIL     *ZZ*RETROGATE      "
                                + "*261102*0915*U*00401*%09d*0*P*>~\n"
                                + "GS*AN*ACMERETAIL*RETROGATE*20261102*0915*%d*X*004010~\n",
                        number, number)
                + body
                + String.format(
                        "SE*%d*0001~\nGE*1*%d~\nIEA*1*%09d~\n", segments + 1, number, number);
    }
}
