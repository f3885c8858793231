import torch

torch.cuda.set_device(0)  # here
zero = torch.zeros(1)
