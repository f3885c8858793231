"""Python is told to start an app.py that was never pushed."""

ROOMS = ["pip-26.3"]
EXPECT = {"log": ["app-file-missing"]}


def play(stage):
    stage.run("python", "app.py")
