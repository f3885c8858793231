import gradio as gr
import spaces
import torch


class Refused(gr.Error):
    pass


def parse(text):
    raise ValueError(text)


@spaces.GPU(duration=20)
def draw(prompt):
    assert prompt is not None
    if not prompt:
        raise gr.Error("Please enter a prompt.")
    if len(prompt) > 500:
        raise Refused("Too long.")
    try:
        if "x" in prompt:
            raise KeyError("x")
        parse(prompt)
    except Exception as error:
        raise gr.Error(str(error)) from error
    try:
        return prompt
    except OSError as error:
        raise error
    except MemoryError:
        raise


def handle(prompt):
    raise ValueError("not on the GPU")


gr.Interface(draw, "text", "text").queue(max_size=20).launch()
