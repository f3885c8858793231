"""A request object made by hand stands where Gradio's own should be."""

from lab.apps import app
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"visitor": ["gradio-internal-error"]}

APP = app("""
from gradio.context import LocalContext


@spaces.GPU
def paint(prompt):
    return prompt.upper()


def generate(prompt):
    LocalContext.request.set({"headers": {}})
    return paint(prompt)
""")


def play(stage):
    Space(stage, APP).visit("a cat", user="ada")
