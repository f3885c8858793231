"""psycopg2 instead of psycopg2-binary, on an image without the files of PostgreSQL."""

from lab.build import build, only

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["sdist-build-failed"]}
STAND_INS = ["the image has no pg_config: it is left out of PATH"]

REQUIREMENTS = """
psycopg2==2.9.9
"""


def play(stage):
    build(stage, REQUIREMENTS, PATH=only(stage, "gcc", "cc", "ld", "as"))
