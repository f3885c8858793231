from .loading import from_pretrained
