"""YAML as PyYAML reads it: text in, plain values out."""


def yaml_content(content: bytes) -> object:
    """The values of one YAML document; raises ValueError that says in one line what is wrong with it."""
    import yaml

    try:
        return yaml.safe_load(content)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ValueError(" ".join(str(error).split())) from error
