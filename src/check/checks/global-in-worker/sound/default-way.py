import gradio as gr
import spaces

CACHE = None


def mesh(grid, backend="cubes"):
    if backend == "cubes":
        return grid
    global CACHE
    CACHE = backend
    return CACHE


@spaces.GPU(duration=20)
def answer(grid):
    return mesh(grid)


gr.Interface(answer, "text", "text").queue(max_size=20).launch()
