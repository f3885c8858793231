import gradio as gr

try:
    import spaces

    HAS_SPACES = True
except ImportError:
    HAS_SPACES = False


def on_gpu(function):
    if HAS_SPACES:
        return spaces.GPU(function)  # here
    return function


@on_gpu
def draw(prompt):
    return prompt


gr.Interface(draw, "text", "text").queue(max_size=20).launch()
