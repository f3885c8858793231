// Loaded before the program: throws inside it when told to, as a bug would.
process.on('SIGUSR2', () => {
  throw new Error('on purpose');
});
