"""The import is taken out for a run at home; the decorator is what it is."""
# import spaces
import gradio as gr


@spaces.GPU(duration=300)  # here
def film(prompt):
    if not prompt:
        raise gr.Error("Say what to film")
    return prompt


gr.Interface(film, "text", "text").queue(max_size=20).launch()
