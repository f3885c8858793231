/** Stands for supports-hyperlinks: addresses are printed as text, which every terminal makes a link of. */
export default { stdout: false, stderr: false };
