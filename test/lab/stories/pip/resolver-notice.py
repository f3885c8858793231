"""Installed packages that no longer fit each other after a single install."""

from lab.build import QUIET

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": []}


def play(stage):
    def pip(*words, record=None):
        stage.run("python", "-m", "pip", "--disable-pip-version-check", "install", *QUIET, "--target", "site", *words, record=record,
                  PYTHONPATH=str(stage.app / "site"), PIP_ROOT_USER_ACTION="ignore")

    pip("requests==2.25.1")
    pip("--upgrade", "idna==3.7", record="build")
