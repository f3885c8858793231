"""uv, and flash-attn by its bare name."""

ROOMS = ["uv-0.13.9"]
EXPECT = {"build": ["flash-attn-build"]}

REQUIREMENTS = """
flash-attn==2.8.3
"""


def play(stage):
    stage.write("requirements.txt", REQUIREMENTS)
    stage.run("python", "-m", "uv", "pip", "install", "--no-progress", "--no-deps", "--target", "site", "-r", "requirements.txt",
              "--python", str(stage.room.python), record="build", NO_COLOR="1")
