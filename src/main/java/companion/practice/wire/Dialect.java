package companion.practice.wire;

/** The wire protocols of AWS that the practice cloud speaks. */
public enum Dialect {
    /** {@code awsJson1.1}: {@code X-Amz-Target} and a JSON body. */
    JSON,
    /** {@code awsQuery}: {@code Action} and {@code Version} in a form, XML back. */
    QUERY,
    /** {@code awsQuery} as SQS had it before it changed to JSON: everything flat, under other names. */
    SQS_QUERY,
    /** {@code ec2Query}: as Query, with its own lists, names and errors. */
    EC2,
    /** {@code restXml}, as far as S3 needs it. */
    S3
}
