// The Kernel room.
