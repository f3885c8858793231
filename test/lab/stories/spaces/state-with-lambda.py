"""gr.State holds a lambda and goes into the decorated function."""

from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["pickling-error"]}

APP = """
import gradio as gr
import spaces


@spaces.GPU
def generate(prompt, history):
    return prompt.upper()


def remember():
    return lambda text: text.strip()


with gr.Blocks() as demo:
    history = gr.State()
    demo.load(remember, None, history, api_name="remember")
    prompt = gr.Textbox()
    answer = gr.Textbox()
    gr.Button().click(generate, [prompt, history], answer, api_name="run")

demo.queue(max_size=20).launch()
"""


def play(stage):
    space = Space(stage, APP)
    visitor = space.visitor(user="ada")
    visitor.click(api="remember")
    visitor.click("a cat", None)
