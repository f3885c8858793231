"""A loop that takes the first of what it goes over calls once."""
import gradio as gr
import spaces


@spaces.GPU(duration=30)
def speak(sounds):
    return sounds


def first_sentence(text):
    for sentence in text.split("."):
        try:
            audio = speak(sentence)
        except gr.Error as error:
            raise gr.Error("No GPU") from error
        return audio
    return None


gr.Interface(first_sentence, "text", "audio").queue(max_size=20).launch()
