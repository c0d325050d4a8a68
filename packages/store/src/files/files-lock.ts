/** The advisory lock of the files: shared by whoever copies them, alone by whoever clears some away. */
export const FILES_LOCK = 411_402_005
