"""The claims of many articles, found on a Spark cluster.

Each partition of the rows goes through one `hearsay batch`, by Spark's own pipe: a row of JSON a line in, its answer a
line out, in the same order. The program goes to the workers with the job:

    spark-submit --files target/release/hearsay examples/spark/claims.py ARTICLES CLAIMS

ARTICLES is whatever `spark.read.text` takes: a file, a folder, `hdfs://…`, `s3a://…`; CLAIMS is a folder that does not
exist yet. Its files in the order of their names are what `hearsay batch < ARTICLES` prints.
"""

import argparse
import shlex

from pyspark.sql import SparkSession


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", help="rows as `hearsay batch` reads them")
    parser.add_argument("claims", help="the folder to write its answers to")
    parser.add_argument("--partitions", type=int, help="into how many parts a single file is cut, at least")
    parser.add_argument("--host", help="the site that published the articles whose rows do not say")
    asked = parser.parse_args()

    spark = SparkSession.builder.appName("hearsay").getOrCreate()
    rows = spark.sparkContext.textFile(asked.articles, asked.partitions)
    # What comes with `--files` lies in the folder that a worker runs in. Spark gives each task its core, so the program
    # needs no second thread; and a row that cannot be read fails the job, as it fails the program.
    command = "./hearsay batch" + (f" --host {shlex.quote(asked.host)}" if asked.host else "")
    rows.pipe(command, env={"RAYON_NUM_THREADS": "1"}, checkCode=True).saveAsTextFile(asked.claims)
    spark.stop()


if __name__ == "__main__":
    main()
