// The Lifecycle room.
