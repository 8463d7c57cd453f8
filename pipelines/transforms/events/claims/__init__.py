"""What a claim says beyond its sentence: days, origins, publishers, things hit, whole places."""
