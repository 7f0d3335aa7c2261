package companion.practice.ec2;

/** What ModifyVpcAttribute can change of a VPC. */
record VpcAttributes(boolean dnsSupport, boolean dnsHostnames, boolean addressUsageMetrics) {

    /** As CreateVpc leaves them. */
    static final VpcAttributes INITIAL = new VpcAttributes(true, false, false);

    /** As a default VPC has them. */
    static final VpcAttributes OF_DEFAULT_VPC = new VpcAttributes(true, true, false);
}
