/** Requests that a cold visit may take, the page itself and its workers' files among them. */
export const REQUESTS = { gallery: 15, lab: 25, lesson: 25 };
