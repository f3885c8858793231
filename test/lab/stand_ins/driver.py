"""Import it after `spaces`: the worker goes on where this machine, without a GPU, would end at the driver.

Replaced are the first CUDA operation of a worker and the move of weights into VRAM; nothing that prints a message.
"""

import spaces.zero.torch as torch_of_spaces

torch_of_spaces.init = lambda nvidia_uuid: None
torch_of_spaces.move = lambda callback=None: None
