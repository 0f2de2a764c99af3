import { createContext, use } from 'react';

/** Whether this is shown to a room: to be read from the last row, without controls. */
export const InRoomContext = createContext(false);

export const useInRoom = (): boolean => use(InRoomContext);
