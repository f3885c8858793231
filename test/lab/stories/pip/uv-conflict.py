"""uv, with pins that exclude each other."""

ROOMS = ["uv-0.13.9"]
EXPECT = {"build": ["pip-conflict"]}

REQUIREMENTS = """
transformers==5.23.0
huggingface_hub==0.25.0
"""


def play(stage):
    stage.write("requirements.txt", REQUIREMENTS)
    stage.run("python", "-m", "uv", "pip", "install", "--no-progress", "--target", "site", "-r", "requirements.txt",
              "--python", str(stage.room.python), record="build", NO_COLOR="1")
