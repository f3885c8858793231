"""A package whose way of loading is a plain function, and a session on the CPU."""
import gradio as gr
import onnxruntime
import spaces
from tiny_transcriber import from_pretrained

_model = None


def ensure_model():
    global _model
    if _model is None:
        _model = from_pretrained("example/transcriber", device="cuda")  # here
    return _model


@spaces.GPU(duration=30)
def transcribe(audio):
    sky = onnxruntime.InferenceSession("sky.onnx", providers=["CPUExecutionProvider"])  # here
    return ensure_model()(audio, sky)


gr.Interface(transcribe, "audio", "text").queue(max_size=20).launch()
