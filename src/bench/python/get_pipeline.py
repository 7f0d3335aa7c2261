"""Times GetPipeline calls of botocore, the AWS CLI's own library: one number of milliseconds per line.

Endpoint, keys and region come from the environment. Usage: get_pipeline.py PIPELINE CALLS
"""

import os
import sys
import time

import botocore.session

name, calls = sys.argv[1], int(sys.argv[2])
client = botocore.session.Session().create_client(
    "codepipeline",
    region_name=os.environ["AWS_REGION"],
    endpoint_url=os.environ["AWS_ENDPOINT_URL"],
)
for _ in range(200):
    client.get_pipeline(name=name)
for _ in range(calls):
    start = time.perf_counter()
    client.get_pipeline(name=name)
    print((time.perf_counter() - start) * 1000)
