/** Stands for a module that the bundle never uses. */
export default {};
export const get = () => undefined;
