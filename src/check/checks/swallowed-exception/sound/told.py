import gradio as gr
import spaces
import torch

import logging
import os
import traceback

logger = logging.getLogger(__name__)


@spaces.GPU(duration=20)
def draw(prompt):
    try:
        return prompt.upper()
    except ValueError:
        return ""
    except Exception as error:
        raise gr.Error(str(error)) from error


@spaces.GPU(duration=20)
def film(prompt):
    path = "/tmp/film"
    try:
        return prompt.upper()
    except Exception:
        logger.exception("film failed")
        return None
    finally:
        try:
            os.remove(path)
        except Exception:
            pass


@spaces.GPU(duration=20)
def song(prompt):
    try:
        import xformers
    except Exception:
        xformers = None
    try:
        return prompt.upper(), xformers
    except Exception:
        traceback.print_exc()
        return None


def handle(prompt):
    try:
        return draw(prompt)
    except Exception:
        return None


gr.Interface(handle, "text", "text").queue(max_size=20).launch()
