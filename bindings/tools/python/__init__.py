"""What bindings/tools/pygen.py is made of."""
