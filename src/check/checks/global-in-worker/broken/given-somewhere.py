import gradio as gr
import spaces

CACHE = None
FIRST = None


def mesh(grid, backend="cubes"):
    if backend == "cubes":
        return grid
    global CACHE  # here
    CACHE = backend
    return CACHE


def smooth(grid, backend="cubes"):
    if backend == "cubes":
        return grid
    global FIRST  # here
    FIRST = backend
    return FIRST


@spaces.GPU(duration=20)
def answer(grid, options):
    return mesh(grid), mesh(grid, "other"), smooth(grid), smooth(grid, **options)


gr.Interface(answer, "text", "text").queue(max_size=20).launch()
