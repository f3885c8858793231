/** Texts whose characters join with nothing, painted and in lines, for a control character stands alone (CR before LF does not). */
export const SEPARATE =
  /^[\n\u001b -~\u00a0-\u00a8\u00aa-\u00ac\u00af-\u00ff\u2010-\u2027\u2030-\u203b\u203d-\u2048\u204a-\u205e\u2190-\u2193\u219a-\u21a8\u21ab-\u21ff\u2500-\u259f]*$/;
