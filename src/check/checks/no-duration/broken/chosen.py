import os

import gradio as gr
import spaces

IS_ZERO = os.environ.get("SPACES_ZERO_GPU") is not None


@(spaces.GPU if IS_ZERO else lambda function: function)  # here
def draw(prompt):
    return prompt


gr.Interface(draw, "text", "text").queue(max_size=20).launch()
