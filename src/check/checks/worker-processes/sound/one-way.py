from multiprocessing import Process

import gradio as gr
import spaces


@spaces.GPU(duration=20)
def answer(path, fast, slow):
    if fast:
        Process(target=print).start()
    else:
        if slow:
            Process(target=print).start()
    return path


gr.Interface(answer, ["text", "checkbox", "checkbox"], "text").queue(max_size=20).launch()
