import os

import gradio as gr
import spaces

try:
    import mcubes
except ImportError:
    os.system("pip install PyMCubes==0.1.6")
    import mcubes


@spaces.GPU(duration=20)
def answer(grid):
    return mcubes.marching_cubes(grid, 0)


gr.Interface(answer, "text", "text").queue(max_size=20).launch()
