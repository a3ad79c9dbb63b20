// The Purpose room.
