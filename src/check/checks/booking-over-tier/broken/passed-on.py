"""A decorator of the app's own hands its arguments on: the number stands where it decorates."""
import gradio as gr

try:
    import spaces
except ImportError:
    spaces = None


def on_gpu(*args, **kwargs):
    if spaces is None:
        return lambda function: function
    return spaces.GPU(*args, **kwargs)


def for_seconds(seconds):
    return spaces.GPU(duration=seconds)


@on_gpu(duration=120)  # here
def draw(prompt):
    return prompt


@for_seconds(240)  # here
def film(prompt):
    return prompt


@on_gpu(duration=30)
def sketch(prompt):
    return prompt


@on_gpu
def glance(prompt):
    return prompt


gr.Interface(draw, "text", "text").queue(max_size=20).launch()
