"""A package in the repository that asks for a newer Python."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["python-version-mismatch"]}

PROJECT = """
[project]
name = "my-package"
version = "0.1.0"
requires-python = ">=3.13"
"""


def play(stage):
    stage.write("package/pyproject.toml", PROJECT)
    stage.write("package/my_package.py", "")
    build(stage, "./package")
