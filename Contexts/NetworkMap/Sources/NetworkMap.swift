// The NetworkMap room.
