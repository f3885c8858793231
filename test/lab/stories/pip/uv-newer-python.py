"""uv, and a version that needs a newer Python."""

ROOMS = ["uv-0.13.9"]
EXPECT = {"build": ["python-version-mismatch"]}

REQUIREMENTS = """
numpy==2.5.2
"""


def play(stage):
    stage.write("requirements.txt", REQUIREMENTS)
    stage.run("python", "-m", "uv", "pip", "install", "--no-progress", "--target", "site", "-r", "requirements.txt",
              "--python", str(stage.room.python), record="build", NO_COLOR="1")
