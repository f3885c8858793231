import gradio as gr
import spaces
from transcriber import from_pretrained


@spaces.GPU(duration=30)
def transcribe(audio):
    model = from_pretrained("example/transcriber", device="cuda")  # here
    return model(audio)


gr.Interface(transcribe, "audio", "text").queue(max_size=20).launch()
