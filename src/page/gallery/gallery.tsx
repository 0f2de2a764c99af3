/** `#/`. */
export const Gallery = () => <main />;
