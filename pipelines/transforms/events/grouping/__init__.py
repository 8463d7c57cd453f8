"""What events of every family are made with: who may link, intervals, stars, leftovers, ids."""
