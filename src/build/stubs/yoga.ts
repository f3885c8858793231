/** Stands for yoga-layout in the bundle, and for what waits for it: an engine that has its constants, and all else once it is ready. */
import { loadYoga, type Yoga } from 'yoga-layout/load';
// Ink asks for these when it is loaded.
import constants from '../../../node_modules/yoga-layout/dist/src/generated/YGEnums.js';

const engine = { ...constants } as Yoga;

export const layoutEngine = loadYoga().then((yoga) => Object.assign(engine, yoga));
export default engine;
