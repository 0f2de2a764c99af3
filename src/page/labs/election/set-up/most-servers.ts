/** Servers of an ensemble that is set up in the page: as many as can be told apart on the stage. */
export const MOST_SERVERS = 11;
