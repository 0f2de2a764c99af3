import { createContext } from 'react';

/** Whether this is drawn for the first time behind something that stands there until it is whole. */
export const OpeningContext = createContext(false);
