/** The lab's ensemble in miniature. */
export const LabPicture = () => <svg viewBox="0 0 240 96" aria-hidden="true" />;
