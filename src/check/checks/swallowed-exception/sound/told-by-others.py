"""A handler that tells by other names: the traceback module's functions, the hook of Python, a function that raises."""
import sys
import traceback as trace
from traceback import format_exc

import gradio as gr
import spaces


def refuse(error):
    print(error)
    raise gr.Error("It did not work")


@spaces.GPU(duration=20)
def answer(text, model):
    try:
        text = model(text)
    except Exception:
        trace.print_exc()
    try:
        text = model(text)
    except Exception:
        print(format_exc())
    try:
        text = model(text)
    except Exception:
        sys.excepthook(*sys.exc_info())
    try:
        return model(text)
    except Exception as error:
        return refuse(error)


gr.Interface(answer, ["text", "text"], "text").queue(max_size=20).launch()
