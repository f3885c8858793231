/** Properties draw the same inputs at every `npm test`, so that a change is what breaks them; `SEED=7 npm test` and `npm run fuzz` draw others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
