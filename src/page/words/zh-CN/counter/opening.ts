/** What the lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const opening = 'C 已经计数，应答正在途中。A 还不知道。';
