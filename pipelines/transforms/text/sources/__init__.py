"""Who says so: quotes, speakers and the sources that pass words on."""
