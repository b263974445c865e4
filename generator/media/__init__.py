"""Pictures of all kinds: photos, the areas' dots, the map, and the cards for sharing."""
